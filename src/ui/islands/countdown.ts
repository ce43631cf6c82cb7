/** Counts down the seconds that the server gave for taking something back, then hides the offer. The clock of the browser plays no part. */
export function mount(element: HTMLElement): void {
	const seconds = Number(element.dataset.countdown);
	const left = element.querySelector<HTMLElement>("[data-countdown-left]");
	if (!Number.isFinite(seconds)) return;
	const end = performance.now() + seconds * 1000;
	const tick = () => {
		const rest = Math.ceil((end - performance.now()) / 1000);
		if (left) left.textContent = String(Math.max(0, rest));
		if (rest > 0 && element.isConnected) return;
		clearInterval(timer);
		element.dataset.over = "true";
	};
	const timer = setInterval(tick, 250);
	tick();
}
