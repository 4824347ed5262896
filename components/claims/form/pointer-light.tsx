"use client";

import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

type Lit = { kind: "line"; line: number } | { kind: "diagnosis"; position: number } | null;

const PointerLightContext = createContext<{ lit: Lit; light: (lit: Lit) => void }>({
  lit: null,
  light: () => {},
});

/** Hovering or focusing a line lights the diagnoses it points at, and a diagnosis the lines that point at it. */
export function PointerLight({ children }: { children: ReactNode }) {
  const [lit, light] = useState<Lit>(null);
  const value = useMemo(() => ({ lit, light }), [lit]);
  return <PointerLightContext.Provider value={value}>{children}</PointerLightContext.Provider>;
}

export function useDiagnosisLight(position: number, pointedAtBy: readonly number[]) {
  const { lit, light } = useContext(PointerLightContext);
  return {
    isLit:
      lit !== null && (lit.kind === "diagnosis" ? lit.position === position : pointedAtBy.includes(lit.line)),
    handlers: {
      onPointerEnter: () => light({ kind: "diagnosis", position }),
      onPointerLeave: () => light(null),
    },
  };
}

export function useLineLight(line: number, pointers: readonly number[]) {
  const { lit, light } = useContext(PointerLightContext);
  return {
    isLit: lit !== null && lit.kind === "diagnosis" && pointers.includes(lit.position),
    handlers: {
      onPointerEnter: () => light({ kind: "line", line }),
      onPointerLeave: () => light(null),
    },
    pointerHandlers: (position: number) => ({
      onFocus: () => light({ kind: "diagnosis", position }),
      onBlur: () => light(null),
    }),
  };
}
