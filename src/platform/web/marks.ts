import { tokenHash } from "../tokens.ts";
import { deviceName } from "./device.ts";
import { networkOf } from "./network.ts";

// What a session remembers of where it is used from (R10.1): hashed with its own token, so that nothing can be read from them.

/** Of the kind of browser; nothing where it says nothing of itself. A new version of the same browser is the same. */
export function browserMark(token: string, userAgent: string): Buffer | null {
	const name = deviceName(userAgent);
	return name ? tokenHash(`browser ${token} ${name}`) : null;
}

export const networkMark = (token: string, address: string): Buffer => tokenHash(`network ${token} ${networkOf(address)}`);
