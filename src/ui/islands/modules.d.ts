declare module "@hotwired/turbo" {
	/** Starts navigation without full page loads. */
	export function start(): void;
	/** Goes to an address within the page. */
	export function visit(location: string, options?: { action?: "advance" | "replace" }): void;
}

declare module "*?url" {
	const url: string;
	export default url;
}
