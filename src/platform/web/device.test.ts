import { expect, it } from "vitest";
import { deviceName } from "./device.ts";

it.each([
	["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"],
	["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"],
	["curl/8", undefined],
])("R10.1 — a device is named by what its browser says: %s", (agent, name) => {
	expect(deviceName(agent)).toBe(name);
});
