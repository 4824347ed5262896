import { describe, expect, it } from "vitest";
import readWorkbook from "read-excel-file/node";
import writeWorkbook from "write-excel-file/node";
import { money, table, text } from "@/lib/use-cases/xray/workbook-cells";

const valueOf = (value: string | null) => text(value)?.value ?? null;

describe("a cell of a workbook", () => {
  it.each(["=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://example.test","AETNA")'])(
    "is text and no formula: %j",
    (value) => {
      expect(valueOf(value)).toBe(`'${value}`);
    },
  );

  it("stays as it is otherwise", () => {
    expect(valueOf("AETNA")).toBe("AETNA");
    expect(valueOf("1-800 PAYER")).toBe("1-800 PAYER");
    expect(valueOf("")).toBeNull();
    expect(valueOf(null)).toBeNull();
  });

  it("drops what no workbook can hold, so that the file opens", () => {
    expect(valueOf("AE\u0000TN\u0007A")).toBe("AETNA");
    expect(valueOf("\u0000=1+2")).toBe("'=1+2");
    expect(valueOf("x".repeat(40_000))).toHaveLength(32_000);
  });

  it("comes back from the workbook as it was written, money to the cent", async () => {
    const cents = [1, 29, 950_000, 23_999_503, -35, 999_999_999_99];
    const sheet = table(
      "Any",
      [
        ["Payer", 20],
        ["Money", 12],
      ],
      cents.map((each) => [text('=A & <B> "C"'), money(each)]),
    );
    const bytes = await writeWorkbook([sheet]).toBuffer();
    const [read] = await readWorkbook(Buffer.from(bytes));
    expect(read!.data[0]).toEqual(["Payer", "Money"]);
    expect(read!.data.slice(1).map(([, value]) => Math.round(Number(value) * 100))).toEqual(cents);
    expect(read!.data[1]![0]).toBe('\'=A & <B> "C"');
  });
});
