import { createHash, verify, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { sha256 } from "../hash.ts";
import { alone, OID } from "./cms.ts";

/** Asks a time-stamp authority (RFC 3161) to vouch that these bytes exist now; answers its token in DER. Rejects with NoTimeStamp. */
export type TimeStamp = (bytes: Uint8Array) => Promise<Uint8Array>;

/** No usable time stamp was to be had; the message says why. */
export class NoTimeStamp extends Error {}

const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const hashes: Record<string, string> = {
	[OID.sha256]: "sha256",
	"2.16.840.1.101.3.4.2.2": "sha384",
	"2.16.840.1.101.3.4.2.3": "sha512",
};

export interface Token {
	at: Date;
	nonce: Buffer | undefined;
	/** What is wrong with it, if anything. */
	problems: string[];
}

/**
 * Reads a time-stamp token and checks that it is over these bytes and signed by the certificate in it, which is one for time
 * stamps. Whom that certificate comes from is the reader's to trust. Throws on what is no token at all.
 */
export function readToken(der: Uint8Array, stamped: Uint8Array): Token {
	const content = new pkijs.ContentInfo({ schema: asn1.fromBER(alone(der)).result });
	const signed = new pkijs.SignedData({ schema: content.content });
	const encoded = signed.encapContentInfo.eContent?.getValue();
	if (!encoded) throw new Error("The time stamp is empty");
	const info = pkijs.TSTInfo.fromBER(encoded);
	const { hashAlgorithm, hashedMessage } = info.messageImprint;
	const imprint = Buffer.from(hashedMessage.valueBlock.valueHexView);
	const nonce = info.nonce && Buffer.from(info.nonce.valueBlock.valueHexView);
	return {
		at: info.genTime,
		nonce,
		problems: [
			...(hashAlgorithm.algorithmId === OID.sha256 && imprint.equals(sha256(stamped))
				? []
				: ["The time stamp is of something else"]),
			...signatureProblems(signed, new Uint8Array(encoded)),
		],
	};
}

function signatureProblems(signed: pkijs.SignedData, content: Uint8Array): string[] {
	const [signer, ...more] = signed.signerInfos;
	const attributes = signer?.signedAttrs;
	if (!signer || more.length > 0 || !attributes || signed.encapContentInfo.eContentType !== TST_INFO)
		return ["The time stamp is not of the right form"];
	const certificate = signed.certificates?.find(
		(each): each is pkijs.Certificate =>
			each instanceof pkijs.Certificate &&
			signer.sid instanceof pkijs.IssuerAndSerialNumber &&
			each.issuer.isEqual(signer.sid.issuer) &&
			each.serialNumber.isEqual(signer.sid.serialNumber),
	);
	const hash = hashes[signer.digestAlgorithm.algorithmId];
	if (!certificate || !hash) return ["The time stamp carries no certificate, or is signed in a way that we do not know"];
	const x509 = new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
	const digest = attributes.attributes.find((attribute) => attribute.type === OID.messageDigest)?.values[0];
	const right =
		digest instanceof asn1.OctetString &&
		Buffer.from(digest.valueBlock.valueHexView).equals(createHash(hash).update(content).digest()) &&
		verify(hash, Buffer.from(attributes.encodedValue), x509.publicKey, new Uint8Array(signer.signature.valueBlock.valueHexView));
	return [
		...(right ? [] : ["The time stamp is not signed by its certificate"]),
		...(x509.keyUsage?.includes(TIME_STAMPING) ? [] : ["The time stamp’s certificate is not one for time stamps"]),
	];
}
