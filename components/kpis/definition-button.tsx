"use client";

import { Info } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { FigureView } from "@/lib/domain/kpis/dashboard-screen";
import { DefinitionWords } from "./definition-words";

/** What a figure means, one press away from it. */
export function DefinitionButton({ figure }: { figure: FigureView }) {
  return (
    <Popover
      title={figure.name}
      className="max-h-[min(32rem,80vh)] w-96 overflow-y-auto"
      trigger={
        <Button
          variant="ghost"
          size="small"
          className="-my-1 -mr-1.5 w-(--control-small) px-0"
          aria-label={`What “${figure.name}” means`}
        >
          <Info aria-hidden />
        </Button>
      }
    >
      <DefinitionWords figure={figure} />
    </Popover>
  );
}
