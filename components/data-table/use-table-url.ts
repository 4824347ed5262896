"use client";

import { parseAsInteger, parseAsStringLiteral, useQueryStates } from "nuqs";

/**
 * Page and order of a table in the address, so that a link is a view. `sorts` are the orders the server knows, the first
 * is the default. Changing the order goes back to page 1.
 */
export function useTableUrl<Sort extends string>(sorts: readonly [Sort, ...Sort[]]) {
  const [state, setState] = useQueryStates(
    {
      page: parseAsInteger.withDefault(1),
      sort: parseAsStringLiteral(sorts).withDefault(sorts[0]),
    },
    { history: "replace", shallow: true },
  );
  return {
    page: Math.max(1, state.page),
    sort: state.sort as Sort,
    setPage: (page: number) => void setState({ page }),
    setSort: (sort: string) =>
      void setState({ sort: sort as Sort, page: 1 } as Parameters<typeof setState>[0]),
  };
}
