import { accountPages } from "./accounts/pages/account.tsx";
import { demoCodesPage } from "./accounts/pages/demonstration.tsx";
import { invitationPages } from "./accounts/pages/invitation.tsx";
import { passkeyPages } from "./accounts/pages/passkeys.tsx";
import { signInPages } from "./accounts/pages/sign-in.tsx";
import { candidateVouchingPage, staffVouchingPage } from "./accounts/pages/staff-vouching.tsx";
import { tryCollect } from "./accounts/throttle.server.ts";
import { certificateFile, checkPage } from "./agency/pages/public-check.tsx";
import { setUpPage } from "./agency/pages/public-set-up.tsx";
import { administrationPage, particularsPage, sealPage } from "./agency/pages/staff-agency.tsx";
import { selfTestPage } from "./agency/pages/staff-self-test.tsx";
import { termsPage } from "./agency/pages/staff-terms.tsx";
import { newAssignmentPage } from "./assignments/pages/staff-assignment.tsx";
import { assignmentScreen } from "./assignments/pages/staff-settings.tsx";
import { candidateLog } from "./audit-log/pages/candidate-log.tsx";
import { staffLog, staffLogName, staffLogSearch } from "./audit-log/pages/staff-log.tsx";
import { bsnPage } from "./bsn/pages/staff-bsn.tsx";
import { candidatesPage } from "./candidates/pages/staff-candidates.tsx";
import { dataPage, invitePage } from "./candidates/pages/staff-data.tsx";
import { enrolPage } from "./candidates/pages/staff-enrol.tsx";
import { registerPage } from "./candidates/pages/staff-register.tsx";
import { searchPage } from "./candidates/pages/staff-search.tsx";
import { confirmAddressPage } from "./commissioners/pages/public-confirm-address.tsx";
import { commissionerScreen } from "./commissioners/pages/staff-commissioner.tsx";
import { commissionersPage, editCommissionerPage, newCommissionerPage } from "./commissioners/pages/staff-commissioners.tsx";
import {
	askAddressPage,
	contactScreen,
	leaveContactPage,
	newContactPage,
	phoneAddressPage,
} from "./commissioners/pages/staff-contact.tsx";
import { acknowledgePage } from "./confidentiality/pages/staff-acknowledge.tsx";
import { myConsentPage } from "./consents/pages/candidate-consent.tsx";
import { myConsentsPage } from "./consents/pages/candidate-consents.tsx";
import { consentFormPage, myReceiptPage, receiptPage, scanPage } from "./consents/pages/files.ts";
import { askPage } from "./consents/pages/staff-ask.tsx";
import { consentPage } from "./consents/pages/staff-consent.tsx";
import { consentPapersPage, consentsPage } from "./consents/pages/staff-consents.tsx";
import { demandFilePages, demandPage } from "./demands/pages/staff-demand.tsx";
import { candidateDemandsPage, demandsPage } from "./demands/pages/staff-demands.tsx";
import { newDemandPage } from "./demands/pages/staff-new-demand.tsx";
import { demoMailPages } from "./disclosures/pages/public-demo-mail.tsx";
import { collectPage } from "./disclosures/pages/recipient-collect.tsx";
import { staffBounced } from "./disclosures/pages/staff-bounced.tsx";
import { staffCollection } from "./disclosures/pages/staff-collection.tsx";
import { staffDecide } from "./disclosures/pages/staff-decide.tsx";
import { staffDisclosures } from "./disclosures/pages/staff-disclosures.tsx";
import { staffOutbox } from "./disclosures/pages/staff-outbox.tsx";
import { candidateDisclosures } from "./dossiers/pages/candidate-disclosures.tsx";
import { dossierPage } from "./dossiers/pages/staff-dossier.tsx";
import { notePages } from "./dossiers/pages/staff-note.tsx";
import { printPage } from "./dossiers/pages/staff-print.tsx";
import { registerLetterPage } from "./dossiers/pages/staff-register-letter.tsx";
import { searchNotesPage } from "./dossiers/pages/staff-search-notes.tsx";
import { exceptionDocument, exceptionPage, exceptionsPage } from "./exceptions/pages/staff-exceptions.tsx";
import { guardPage, setAsidePage } from "./guard/pages/staff-guard.tsx";
import { guardHelpPage } from "./guard/pages/staff-help.tsx";
import { readPage } from "./guard/pages/staff-read.tsx";
import { guardWordsPage } from "./guard/pages/staff-words.tsx";
import { candidateHealth } from "./health/pages/candidate-health.tsx";
import { answerPage, attachedPage, letterPage, myAnswerPage } from "./health/pages/request-files.ts";
import { areaPages } from "./health/pages/staff-area.tsx";
import { healthPage } from "./health/pages/staff-health.tsx";
import { requestPage } from "./health/pages/staff-request.tsx";
import { newRequestPage, requestsPage } from "./health/pages/staff-requests.tsx";
import { conflictsPage, declarePage } from "./looks/pages/staff-conflicts.tsx";
import { emergencyPage, endEmergencyPage } from "./looks/pages/staff-emergency.tsx";
import { glassesPage, glassPage } from "./looks/pages/staff-glass.tsx";
import { monthPage } from "./looks/pages/staff-month.tsx";
import type { Page } from "./platform/web/page.ts";
import { languagePage } from "./portals/language.ts";
import { publicClause, publicRegulation } from "./regulation/pages/public-regulation.tsx";
import { publicRegulationPdf } from "./regulation/pages/public-regulation-pdf.ts";
import { candidateAgreement } from "./reporting-agreements/pages/candidate-agreement.tsx";
import { agreementLetterPage } from "./reporting-agreements/pages/staff-agreement-letter.tsx";
import { staffAgreementNew } from "./reporting-agreements/pages/staff-agreement-new.tsx";
import { staffAgreements, staffSettle, staffTold } from "./reporting-agreements/pages/staff-agreements.tsx";
import { answerFormPage } from "./reports/pages/answer-form.tsx";
import { myReportPage, myReportPdf } from "./reports/pages/candidate-report.tsx";
import { previewPage, reportPresencePage, savePage, versionPage } from "./reports/pages/report-files.ts";
import { newReportPage } from "./reports/pages/staff-new-report.tsx";
import { oralReportPage } from "./reports/pages/staff-oral-report.tsx";
import { newPaperPage, papersPage } from "./reports/pages/staff-papers.tsx";
import { reportPage } from "./reports/pages/staff-report.tsx";
import { reportsPage } from "./reports/pages/staff-reports.tsx";
import { takeBackReport } from "./reports/take-back.server.ts";
import { leavePage, memberInvitePage, memberPage, memberRolesPage, statementPage } from "./staff/pages/staff-member.tsx";
import { membersPage, newMemberPage } from "./staff/pages/staff-members.tsx";
import { everybodyOutPage, memberSessionsPage } from "./staff/pages/staff-sessions.tsx";
import { candidateOverview } from "./today/pages/candidate-overview.tsx";
import { staffToday } from "./today/pages/staff-today.tsx";
import { candidateTrajectory } from "./trajectories/pages/candidate-trajectory.tsx";
import { handOverPage } from "./trajectories/pages/staff-hand-over.tsx";
import { sicknessPage } from "./trajectories/pages/staff-sickness.tsx";
import { closePage, endDeputyPage, reopenPage, startPage, trajectoryScreen } from "./trajectories/pages/staff-trajectory.tsx";

/** Every page there is. Each names its portal, whose frame it gets, and who may: there is no way in beside this list. */
export const pages: readonly Page[] = [
	staffToday,
	candidateOverview,
	...(["staff", "candidate"] as const).flatMap((realm) => [
		...signInPages(realm),
		...invitationPages(realm),
		...accountPages(realm),
		...passkeyPages(realm),
	]),
	demoCodesPage,
	staffVouchingPage,
	candidateVouchingPage,
	checkPage,
	certificateFile,
	setUpPage,
	administrationPage,
	particularsPage,
	termsPage,
	sealPage,
	selfTestPage,
	candidateLog,
	staffLog,
	staffLogSearch,
	staffLogName,
	acknowledgePage,
	membersPage,
	newMemberPage,
	memberPage,
	memberRolesPage,
	statementPage,
	memberInvitePage,
	leavePage,
	memberSessionsPage,
	everybodyOutPage,
	bsnPage,
	candidatesPage,
	registerPage,
	searchPage,
	dataPage,
	invitePage,
	enrolPage,
	commissionersPage,
	newCommissionerPage,
	commissionerScreen,
	editCommissionerPage,
	newContactPage,
	contactScreen,
	askAddressPage,
	phoneAddressPage,
	leaveContactPage,
	confirmAddressPage,
	newAssignmentPage,
	myConsentsPage,
	myConsentPage,
	myReceiptPage,
	consentsPage,
	askPage,
	consentPage,
	consentFormPage,
	receiptPage,
	scanPage,
	consentPapersPage,
	assignmentScreen,
	staffDisclosures({ report: takeBackReport }),
	registerLetterPage,
	staffDecide,
	staffCollection,
	collectPage(tryCollect),
	demandsPage,
	candidateDemandsPage,
	newDemandPage,
	demandPage,
	...demandFilePages,
	staffOutbox,
	staffBounced,
	...demoMailPages,
	candidateDisclosures,
	dossierPage,
	...notePages,
	printPage,
	searchNotesPage,
	exceptionsPage,
	exceptionPage,
	exceptionDocument,
	guardPage,
	readPage,
	guardWordsPage,
	setAsidePage,
	guardHelpPage,
	healthPage,
	...areaPages,
	requestsPage,
	newRequestPage,
	letterPage,
	attachedPage,
	answerPage,
	requestPage,
	candidateHealth,
	myAnswerPage,
	languagePage,
	emergencyPage,
	endEmergencyPage,
	glassesPage,
	glassPage,
	declarePage,
	conflictsPage,
	monthPage,
	publicRegulation,
	publicRegulationPdf,
	publicClause,
	reportsPage,
	papersPage,
	newPaperPage,
	newReportPage,
	oralReportPage,
	reportPage,
	answerFormPage,
	savePage,
	reportPresencePage,
	previewPage,
	versionPage,
	myReportPage,
	myReportPdf,
	staffAgreements,
	agreementLetterPage,
	staffAgreementNew,
	staffTold,
	staffSettle,
	candidateAgreement,
	candidateTrajectory,
	trajectoryScreen,
	sicknessPage,
	startPage,
	closePage,
	reopenPage,
	endDeputyPage,
	handOverPage,
];
