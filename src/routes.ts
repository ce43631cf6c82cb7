import { demoCodesPage } from "./accounts/pages/demonstration.tsx";
import { signInPages } from "./accounts/pages/sign-in.tsx";
import { candidatesPage } from "./candidates/pages/staff-candidates.tsx";
import { registerPage } from "./candidates/pages/staff-register.tsx";
import type { Page } from "./platform/web/page.ts";
import { languagePage } from "./portals/language.ts";
import { publicClause, publicRegulation } from "./regulation/pages/public-regulation.tsx";
import { publicRegulationPdf } from "./regulation/pages/public-regulation-pdf.ts";

/** Every page there is. Each names its portal, whose frame it gets, and who may: there is no way in beside this list. */
export const pages: readonly Page[] = [
	...signInPages("staff"),
	...signInPages("candidate"),
	demoCodesPage,
	candidatesPage,
	registerPage,
	languagePage,
	publicRegulation,
	publicRegulationPdf,
	publicClause,
];
