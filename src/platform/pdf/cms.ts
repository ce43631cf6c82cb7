import { X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { sha256 } from "../hash.ts";

export const OID = {
	data: "1.2.840.113549.1.7.1",
	signedData: "1.2.840.113549.1.7.2",
	contentType: "1.2.840.113549.1.9.3",
	messageDigest: "1.2.840.113549.1.9.4",
	signingTime: "1.2.840.113549.1.9.5",
	signingCertificate: "1.2.840.113549.1.9.16.2.47",
	timeStampToken: "1.2.840.113549.1.9.16.2.14",
	sha256: "2.16.840.1.101.3.4.2.1",
	sha256WithRsa: "1.2.840.113549.1.1.11",
	ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;

/** Signs bytes (RSA PKCS#1 v1.5 or ECDSA in DER, with SHA-256); the private key stays where it lives. */
export type Sign = (data: Uint8Array) => Promise<Uint8Array>;

/** A copy of the bytes in a buffer of their own, which is what the ASN.1 libraries ask for. */
export function alone(bytes: Uint8Array): ArrayBuffer {
	return new Uint8Array(bytes).buffer;
}

/** How the key of this certificate signs. Throws for a key that is neither RSA nor elliptic. */
export function signatureAlgorithm(publicKeyType: string | undefined): pkijs.AlgorithmIdentifier {
	if (publicKeyType === "rsa")
		return new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256WithRsa, algorithmParams: new asn1.Null() });
	if (publicKeyType === "ec") return new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
	throw new Error(`A seal cannot be made with a ${publicKeyType} key`);
}

/**
 * The CAdES signature (B-B, EN 319 142-1) that goes into a PDF: detached, one signer, the certificate bound by
 * signing-certificate-v2, and no signing-time, which PAdES puts in the PDF itself. Takes the SHA-256 digest of what is signed.
 * With `timeStamp` it becomes B-T: the authority's token over the signature goes with it, unsigned.
 */
export async function cadesSignature(
	digest: Uint8Array,
	sign: Sign,
	certificate: Uint8Array,
	chain: readonly Uint8Array[],
	timeStamp?: (signature: Uint8Array) => Promise<Uint8Array>,
): Promise<Buffer> {
	const sha = () => new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1.Null() });
	const own = pkijs.Certificate.fromBER(alone(certificate));
	const attributes = signedAttributes(digest, certificate);
	const toSign = new asn1.Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER();
	const signature = await sign(new Uint8Array(toSign));
	const token = timeStamp && asn1.fromBER(alone(await timeStamp(signature))).result;
	const stamped = token && [new pkijs.Attribute({ type: OID.timeStampToken, values: [token] })];
	const signer = new pkijs.SignerInfo({
		version: 1,
		sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
		digestAlgorithm: sha(),
		signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
		signatureAlgorithm: signatureAlgorithm(new X509Certificate(certificate).publicKey.asymmetricKeyType),
		signature: new asn1.OctetString({ valueHex: alone(signature) }),
		...(stamped && { unsignedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: stamped }) }),
	});
	const signed = new pkijs.SignedData({
		version: 1,
		digestAlgorithms: [sha()],
		encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
		certificates: [own, ...chain.map((each) => pkijs.Certificate.fromBER(alone(each)))],
		signerInfos: [signer],
	});
	const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
	return Buffer.from(content.toSchema().toBER());
}

// A SET in DER is ordered by its encoded members; the signature is over exactly that order.
function signedAttributes(digest: Uint8Array, certificate: Uint8Array): pkijs.Attribute[] {
	const certificateId = new asn1.Sequence({ value: [new asn1.OctetString({ valueHex: alone(sha256(certificate)) })] });
	const signingCertificate = new asn1.Sequence({ value: [new asn1.Sequence({ value: [certificateId] })] });
	const attributes = [
		new pkijs.Attribute({ type: OID.contentType, values: [new asn1.ObjectIdentifier({ value: OID.data })] }),
		new pkijs.Attribute({ type: OID.messageDigest, values: [new asn1.OctetString({ valueHex: alone(digest) })] }),
		new pkijs.Attribute({ type: OID.signingCertificate, values: [signingCertificate] }),
	];
	const encoded = (attribute: pkijs.Attribute) => Buffer.from(attribute.toSchema().toBER());
	return attributes.sort((one, other) => Buffer.compare(encoded(one), encoded(other)));
}
