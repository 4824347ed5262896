import { codeNotValidOnServiceDate } from "@/lib/domain/edits/rules/code-not-valid-on-service-date";
import { editCases } from "@/tests/builders/edit-cases";

editCases(
  codeNotValidOnServiceDate,
  {
    "programming by the half hour": {
      ...{
        claim: "95972 + 95973",
        line: 2,
        message: /95973 on line 2 was last valid on 2015-12-31; now it is 95972/,
      },
      fix: null,
    },
    "old anaesthesia code": { claim: "01936", line: 1, with: { role: "anaesthesia" } },
    epidurography: { claim: "63650 + 72275", line: 2, message: /nothing took its place/ },
    "a code that did not exist yet": {
      claim: "0784T dos=2023-12-31",
      line: 1,
      message: /only from 2024-01-01 on/,
    },
    "new anaesthesia code before its year": {
      claim: "01942 dos=2021-12-31",
      line: 1,
      with: { role: "anaesthesia" },
    },
  },
  {
    "programming of today": { claim: "95972" },
    "new anaesthesia code": { claim: "01942 dos=2022-01-01", with: { role: "anaesthesia" } },
    "old anaesthesia code in its last year": { claim: "01936 dos=2021-12-31", with: { role: "anaesthesia" } },
    "a code that the table does not hold": { claim: "99499" },
  },
);
