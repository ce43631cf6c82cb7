import type { Child } from "hono/jsx";
import { Button } from "../ui/buttons.tsx";

/** A button that asks the browser for a passkey and posts the form it stands in with the answer. Not there without script. */
export function PasskeyButton(props: { use: "signIn" | "register"; ask: string; look?: "primary" | "equal"; children?: Child }) {
	return (
		<div class="passkey" data-passkey={props.use} data-passkey-ask={props.ask} hidden>
			<input type="hidden" name="passkey" value="" />
			<Button look={props.look ?? "primary"}>{props.children}</Button>
			<p class="hint" role="status" data-passkey-says="true" />
		</div>
	);
}
