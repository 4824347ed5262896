import Link from "next/link";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { PaymentView } from "@/lib/domain/remittances/remittance-screen";
import { formatDate, formatInstant } from "@/lib/format/dates";

/** Who paid whom, when, how, and the file that says so. */
export function PaymentFacts({
  payment,
  timeZone,
  seesImports,
}: {
  payment: PaymentView;
  timeZone: string;
  seesImports: boolean;
}) {
  return (
    <Panel>
      <DescriptionList
        columns={4}
        items={[
          { label: "Payer", value: payment.payerName },
          { label: "Paid to", value: payment.entityName ?? payment.payeeName },
          {
            label: "Paid on",
            value: payment.paidOn
              ? formatDate(payment.paidOn)
              : `The file names no day; counted on ${formatDate(payment.postedOn)}`,
          },
          { label: "How", value: payment.method },
          {
            label: "Posted",
            value: payment.postedAt ? formatInstant(payment.postedAt, timeZone) : "Not yet",
          },
          { label: "Payer worked up to", value: payment.producedOn ? formatDate(payment.producedOn) : null },
          {
            label: "File",
            value: seesImports ? (
              <Link href={`/imports/${payment.importId}`} className="underline hover:text-accent-ink">
                {payment.fileName}
              </Link>
            ) : (
              payment.fileName
            ),
          },
          { label: "Number in the file", value: payment.controlNumber },
        ]}
      />
    </Panel>
  );
}
