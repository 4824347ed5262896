import { Check } from "lucide-react";
import { Panel } from "@/components/ui/panel";
import { PERMISSIONS } from "@/lib/domain/access/permissions";
import { ROLE_LABELS, ROLES, type Role } from "@/lib/domain/access/roles";

/** Who may do what: the very table that the program asks. */
export function PermissionTable() {
  return (
    <Panel
      flush
      title="What each role may do"
      description="This is the table that decides; there are no exceptions beside it."
    >
      {/* A box that scrolls must be reachable by keyboard. */}
      <div role="region" aria-label="What each role may do" tabIndex={0} className="relative overflow-x-auto">
        <table className="w-full border-separate border-spacing-0 text-base [&_td]:border-b [&_td]:border-line [&_th]:border-b [&_th]:border-line [&_tr:last-child>*]:border-b-0">
          <caption className="sr-only">Permissions by role</caption>
          <thead>
            <tr className="bg-sunken text-sm text-muted">
              <th
                scope="col"
                className="sticky left-0 z-10 min-w-48 bg-sunken px-3 py-2 text-left font-semibold"
              >
                Permission
              </th>
              {ROLES.map((role) => (
                <th key={role} scope="col" className="min-w-20 px-1 py-2 text-center font-semibold">
                  {ROLE_LABELS[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(PERMISSIONS).map(([permission, { does, roles }]) => (
              <tr key={permission}>
                <th scope="row" className="sticky left-0 z-10 bg-surface px-3 py-1.5 text-left font-normal">
                  {does}
                </th>
                {ROLES.map((role) => (
                  <td key={role} className="px-2 py-1.5 text-center">
                    {(roles as readonly Role[]).includes(role) ? (
                      <>
                        <Check className="mx-auto size-4 text-success-ink" aria-hidden />
                        <span className="sr-only">yes</span>
                      </>
                    ) : (
                      <span className="sr-only">no</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
