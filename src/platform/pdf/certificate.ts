import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { alone, type Sign, signatureAlgorithm } from "./cms.ts";

const YEARS = 10;

export type NewCertificate = {
	/** The agency's name, and its KVK number where it has one. */
	name: string;
	kvk?: string;
	/** SPKI, DER, of the key that `sign` signs with. */
	publicKey: Uint8Array;
	sign: Sign;
	/** Sixteen random bytes. */
	serial: Uint8Array;
	at: Date;
};

/** Makes the agency's own sealing certificate, signed by its own key: for seals only, not for issuing. Answers DER. */
export async function makeSealingCertificate(wanted: NewCertificate): Promise<Uint8Array> {
	const key = createPublicKey({ key: Buffer.from(wanted.publicKey), format: "der", type: "spki" });
	const algorithm = signatureAlgorithm(key.asymmetricKeyType);
	const until = new Date(wanted.at);
	until.setUTCFullYear(until.getUTCFullYear() + YEARS);
	const certificate = new pkijs.Certificate({
		version: 2,
		serialNumber: new asn1.Integer({ valueHex: alone(positive(wanted.serial)) }),
		notBefore: new pkijs.Time({ type: 0, value: wanted.at }),
		notAfter: new pkijs.Time({ type: 0, value: until }),
		subjectPublicKeyInfo: pkijs.PublicKeyInfo.fromBER(alone(wanted.publicKey)),
		signature: algorithm,
		signatureAlgorithm: algorithm,
	});
	certificate.subject = distinguishedName(wanted);
	certificate.issuer = distinguishedName(wanted);
	certificate.extensions = await extensions(certificate.subjectPublicKeyInfo);
	certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
	const signature = await wanted.sign(certificate.tbsView);
	certificate.signatureValue = new asn1.BitString({ valueHex: alone(signature) });
	return new Uint8Array(certificate.toSchema().toBER());
}

function distinguishedName({ name, kvk }: NewCertificate): pkijs.RelativeDistinguishedNames {
	// X.520 allows 64 characters in a name.
	const short = Array.from(name).slice(0, 64).join("");
	const utf8 = (type: string, value: string) => new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) });
	const country = new pkijs.AttributeTypeAndValue({ type: "2.5.4.6", value: new asn1.PrintableString({ value: "NL" }) });
	// organizationIdentifier, in the form of EN 319 412-1.
	const identifier = kvk && /^\d{8}$/.test(kvk) ? [utf8("2.5.4.97", `NTRNL-${kvk}`)] : [];
	const parts = [country, utf8("2.5.4.10", short), ...identifier, utf8("2.5.4.3", short)];
	// The library would put all parts into one set, which reads as one part of many values; so the name is encoded here.
	const encoded = new asn1.Sequence({ value: parts.map((part) => new asn1.Set({ value: [part.toSchema()] })) });
	return new pkijs.RelativeDistinguishedNames({ schema: asn1.fromBER(encoded.toBER()).result });
}

async function extensions(key: pkijs.PublicKeyInfo): Promise<pkijs.Extension[]> {
	const bits = key.subjectPublicKey.valueBlock.valueHexView;
	const keyId = await crypto.subtle.digest("SHA-1", alone(bits));
	const extension = (extnID: string, critical: boolean, value: asn1.BaseBlock) =>
		new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
	return [
		extension("2.5.29.19", true, new asn1.Sequence({ value: [] })),
		// digitalSignature and contentCommitment: the two first bits.
		extension("2.5.29.15", true, new asn1.BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 })),
		extension("2.5.29.14", false, new asn1.OctetString({ valueHex: keyId })),
		extension(
			"2.5.29.35",
			false,
			new pkijs.AuthorityKeyIdentifier({ keyIdentifier: new asn1.OctetString({ valueHex: keyId }) }).toSchema(),
		),
	];
}

function positive(serial: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(serial);
	bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
	return bytes;
}

/** A key and certificates from a PKCS#12 file cannot be used; the message says why and is for people. */
export class NotInstallable extends Error {}

export type InstalledKey = { privateKeyPkcs8: Uint8Array; certificate: Uint8Array; chain: Uint8Array[] };

/** Reads one's own sealing key and certificates from a PKCS#12 file (.p12, .pfx). Throws NotInstallable. */
export async function readPkcs12(file: Uint8Array, password: string): Promise<InstalledKey> {
	const bags = await bagsOf(file, password);
	const certificates = bags
		.filter((bag) => bag instanceof pkijs.CertBag)
		.map((bag) => new Uint8Array((bag.parsedValue as pkijs.Certificate).toSchema().toBER()));
	const keys = bags.map(pkcs8Of).filter((key) => key !== undefined);
	const key = keys[0];
	if (!key || keys.length > 1) throw new NotInstallable("The file must hold exactly one private key.");
	const privateKey = createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" });
	const certificate = certificates.find((each) => new X509Certificate(each).checkPrivateKey(privateKey));
	if (!certificate) throw new NotInstallable("The file holds no certificate that belongs to its private key.");
	return { privateKeyPkcs8: key, certificate, chain: certificates.filter((each) => each !== certificate) };
}

function pkcs8Of(bag: unknown): Uint8Array | undefined {
	if (bag instanceof pkijs.PKCS8ShroudedKeyBag) return bag.parsedValue && new Uint8Array(bag.parsedValue.toSchema().toBER());
	if (bag instanceof pkijs.PrivateKeyInfo) return new Uint8Array(bag.toSchema().toBER());
	return undefined;
}

async function bagsOf(file: Uint8Array, password: string): Promise<unknown[]> {
	const secret = alone(Buffer.from(password, "utf8"));
	let pfx: pkijs.PFX;
	try {
		pfx = pkijs.PFX.fromBER(alone(file));
	} catch {
		throw new NotInstallable("This is not a PKCS#12 file (.p12 or .pfx).");
	}
	try {
		await pfx.parseInternalValues({ password: secret, checkIntegrity: true });
		const safe = pfx.parsedValue?.authenticatedSafe;
		if (!safe) throw new Error("empty");
		await safe.parseInternalValues({
			safeContents: safe.safeContents.map((each) => (each.contentType === "1.2.840.113549.1.7.6" ? { password: secret } : {})),
		});
		const contents: { value: pkijs.SafeContents }[] = safe.parsedValue.safeContents;
		const bags = contents.flatMap(({ value }) => value.safeBags.map((bag) => bag.bagValue as unknown));
		for (const bag of bags) if (bag instanceof pkijs.PKCS8ShroudedKeyBag) await opened(bag, secret);
		return bags;
	} catch (error) {
		throw new NotInstallable(
			"The password is not right, or the file is protected in an outdated way (save it again with AES-256).",
			{ cause: error },
		);
	}
}

// The library keeps this method to itself in its types only.
function opened(bag: pkijs.PKCS8ShroudedKeyBag, password: ArrayBuffer): Promise<void> {
	return (bag as unknown as { parseInternalValues(given: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({
		password,
	});
}

export type CertificateFacts = {
	subject: string;
	issuer: string;
	from: Date;
	until: Date;
	fingerprint: string;
	selfSigned: boolean;
};

/** What a person wants to know of a certificate. Throws when the bytes are not one. */
export function certificateFacts(der: Uint8Array): CertificateFacts {
	const read = new X509Certificate(der);
	return {
		subject: read.subject,
		issuer: read.issuer,
		from: new Date(read.validFrom),
		until: new Date(read.validTo),
		fingerprint: read.fingerprint256,
		selfSigned: read.subject === read.issuer,
	};
}
