/** Puts the focus where the eyes should go: the errors of a form, what just happened, or the top of the next page. */
export function focusWhatMatters(afterNavigation: boolean): void {
	const summary = document.querySelector<HTMLElement>("[data-error-summary]");
	if (summary) {
		summary.focus();
		return;
	}
	if (!afterNavigation || location.hash || document.querySelector("[autofocus]")) return;
	const flash = document.querySelector<HTMLElement>("[data-flash]");
	if (flash) flash.tabIndex = -1;
	(flash ?? document.getElementById("inhoud"))?.focus({ preventScroll: true });
}
