import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = "/usr/bin/chromium";

/** Opens Debian's Chromium, which bin/test installs where it is missing. */
export function launchChromium(): Promise<Browser> {
	if (!existsSync(executablePath)) throw new Error(`There is no ${executablePath}: install Debian's package "chromium"`);
	return chromium.launch({
		executablePath,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
}
