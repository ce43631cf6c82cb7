import { others } from "./others.ts";
import type { Person } from "./person.ts";
import { reported } from "./reported.ts";

/** Forty invented candidates, spread over every state there is. */
export const candidates: readonly Person[] = [...reported, ...others];
