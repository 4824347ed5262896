"use client";

import { useEffect, useMemo, useReducer } from "react";
import { useWorkbench } from "../workbench-context";
import { readDraft, writeDraft } from "./draft-store";
import type { Editor } from "./editor-context";
import { editorReducer } from "./editor-reducer";
import { draftWith, isTouched, outcomeOf, untouched } from "./editor-state";

/** The editor of the open claim, with its unsaved changes kept in the tab. */
export function useClaimEditor(): Editor {
  const { screen, me } = useWorkbench();
  const { claim, head } = screen;
  const reduce = useMemo(() => editorReducer(claim), [claim]);
  const [state, dispatch] = useReducer(
    reduce,
    null,
    () => readDraft(me.id, head.id) ?? untouched(head.currentVersion),
  );
  const touched = isTouched(state) || state.reason !== "";
  useEffect(() => writeDraft(me.id, head.id, touched ? state : null), [me.id, head.id, state, touched]);
  useEffect(() => {
    // Nothing typed yet: simply follow the claim. With changes, the person decides in the conflict window.
    if (!touched && state.seenVersion !== head.currentVersion)
      dispatch({ kind: "restore", state: untouched(head.currentVersion) });
  }, [touched, state.seenVersion, head.currentVersion]);
  return useMemo(
    () => ({ state, dispatch, draft: draftWith(claim, state), outcome: outcomeOf(claim, state) }),
    [state, claim],
  );
}
