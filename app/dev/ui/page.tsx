import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Gallery } from "@/components/gallery/gallery";

export const metadata: Metadata = { title: "Primitives" };

/** Every primitive in every state, for people who build screens and for the tests. Not there in production. */
export default function PrimitivesPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return <Gallery />;
}
