import { z } from "zod";
import { say } from "../platform/web/page.ts";
import { isKnownPassword } from "./known-passwords.ts";
import { passwordProblem } from "./rules.ts";

const once = (nl: string, en: string) => z.string(say(nl, en)).trim().min(1, say(nl, en));

export const passwordForm = z.object({
	email: once("Vul het e-mailadres in.", "Enter the e-mail address."),
	// Not trimmed: a space is a character of a password like any other.
	password: z
		.string(say("Vul het wachtwoord in.", "Enter the password."))
		.min(1, say("Vul het wachtwoord in.", "Enter the password.")),
	naar: z.string().optional(),
});

export const codeForm = z.object({
	code: once("Vul de code in.", "Enter the code.").max(60, say("Deze code is te lang.", "This code is too long.")),
	naar: z.string().optional(),
});

const answered = z.string(say("Gebruik de knop voor een passkey.", "Use the button for a passkey.")).max(30_000);
export const passkeyForm = z.object({ passkey: answered, naar: z.string().optional() });
const passkeyName = once("Geef de passkey een naam.", "Give the passkey a name.").max(
	60,
	say("Gebruik hoogstens 60 tekens.", "Use at most 60 characters."),
);
export const addPasskeyForm = z.object({ passkey: answered, name: passkeyName });
export const renamePasskeyForm = z.object({ name: passkeyName });

const newPassword = z.string(say("Kies een wachtwoord.", "Choose a password.")).superRefine((value, context) => {
	const problem = passwordProblem(value, isKnownPassword);
	if (problem) context.addIssue({ code: "custom", message: say(problem.nl, problem.en) });
});

export const choosePasswordForm = z.object({ invitation: z.string().max(100), new_password: newPassword });
export const confirmFactorForm = codeForm.pick({ code: true }).extend({ invitation: z.string().max(100) });
export const changePasswordForm = codeForm.pick({ code: true }).extend({
	password: passwordForm.shape.password,
	new_password: newPassword,
});
