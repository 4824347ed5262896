import { ForbiddenNotice } from "@/components/shell/forbidden-notice";

export const metadata = { title: "Not part of your role" };

export default function Forbidden() {
  return <ForbiddenNotice />;
}
