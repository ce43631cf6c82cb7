import type { Page } from "./platform/web/page.ts";
import { languagePage } from "./portals/language.ts";

/** Every page there is. Each names its portal, whose frame it gets, and who may: there is no way in beside this list. */
export const pages: readonly Page[] = [
	languagePage,
];
