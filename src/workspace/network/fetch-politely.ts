import { setTimeout as wait } from "node:timers/promises";
import pRetry, { AbortError } from "p-retry";
import { hasCode } from "../system-error.ts";
import { isPrivateHost } from "./private-address.ts";

/** How requests to a host are made. Times are in milliseconds. */
export interface Politeness {
  userAgent: string;
  /** The timeout of one response, including its body. */
  timeout: number;
  /** How many times a request is made before giving up. */
  attempts: number;
  /** The wait before the second attempt; it doubles each time. */
  backOff: number;
  /** The longest wait that a host may ask for. */
  mostWait: number;
  /** Between two requests to one host. */
  delay: number;
  /** The largest response, in bytes. */
  mostBytes: number;
}

/** What to fetch, and what response to expect. */
export interface FetchRequest {
  url: string;
  accept: string;
  /** Whether a redirect may lead to another site, as those of DOIs do. */
  otherSites?: boolean;
}

/** The response of a host. */
export interface FetchResponse {
  /** The address of the response, after redirects. */
  url: string;
  type: string;
  bytes: Uint8Array;
}

/** Fetches an address, or throws a FetchError. */
export type Fetcher = (request: FetchRequest) => Promise<FetchResponse>;

/** Why a request failed, in words for the person who runs the command. */
export class FetchError extends Error {
  readonly status: number | undefined;
  constructor(reason: string, status?: number) {
    super(reason);
    this.name = "FetchError";
    this.status = status;
  }
}

const mostRedirects = 5;
/** Status codes after which it may help to try again. */
const temporaryStatuses = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Returns a function that fetches: it waits between requests to one host, tries again after
 * temporary failures, waits as long as a host says, and follows no redirect to a private address or
 * from https to http. Calls `onRetry` with the reason for each retry, since a person is waiting.
 */
export function politeFetcher(
  politeness: Politeness,
  onRetry: (reason: string) => void = () => {},
): Fetcher {
  const lastRequests = new Map<string, number>();
  return (request) =>
    pRetry(
      async () => {
        await takeTurn(new URL(request.url).host, politeness.delay, lastRequests);
        return fetchOnce(request, politeness);
      },
      {
        retries: politeness.attempts - 1,
        minTimeout: politeness.backOff,
        factor: 2,
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (retriesLeft === 0 || !(error instanceof TemporaryError)) return;
          const pause = error.wait > 0 ? ` in ${Math.ceil(error.wait / 1000)} s` : "";
          onRetry(`${error.message}. Trying again${pause}`);
          await wait(error.wait);
        },
      },
    );
}

/** A temporary failure, with the time that the host asks to wait. */
class TemporaryError extends FetchError {
  readonly wait: number;
  constructor(reason: string, status?: number, pause = 0) {
    super(reason, status);
    this.wait = pause;
  }
}

async function takeTurn(host: string, delay: number, lastRequests: Map<string, number>) {
  const now = Date.now();
  const turn = Math.max(now, (lastRequests.get(host) ?? Number.NEGATIVE_INFINITY) + delay);
  lastRequests.set(host, turn);
  if (turn > now) await wait(turn - now);
}

async function fetchOnce(request: FetchRequest, politeness: Politeness): Promise<FetchResponse> {
  const signal = AbortSignal.timeout(politeness.timeout);
  try {
    const response = await follow(request, politeness, signal);
    if (!response.ok) await refuse(response, politeness);
    return {
      url: response.url,
      type: response.headers.get("content-type") ?? "",
      bytes: await bodyOf(response, politeness.mostBytes),
    };
  } catch (error) {
    if (error instanceof FetchError)
      throw error instanceof TemporaryError ? error : new AbortError(error);
    const { host } = new URL(request.url);
    if (signal.aborted)
      throw new TemporaryError(`${host} did not answer in ${politeness.timeout / 1000} s`);
    throw new TemporaryError(
      `${host} cannot be reached, or closed the connection: ${causeOf(error)}`,
    );
  }
}

async function follow(
  { url, accept, otherSites = false }: FetchRequest,
  { userAgent }: Politeness,
  signal: AbortSignal,
): Promise<Response> {
  const start = new URL(url);
  let at = start;
  for (let count = 0; ; count += 1) {
    const headers = { accept, "user-agent": userAgent };
    const response = await fetch(at, { headers, signal, redirect: "manual" });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    if (count === mostRedirects) throw new FetchError(`${start.host} redirects too many times`);
    const next = URL.parse(location, at);
    await checkRedirect(start, at, next, otherSites);
    if (next) at = next;
  }
}

async function checkRedirect(start: URL, from: URL, to: URL | null, otherSites: boolean) {
  const refused = (why: string) =>
    new FetchError(`${from.host} redirects to ${to?.host || to?.href}, ${why}`);
  if (!to || !/^https?:$/.test(to.protocol)) throw refused("which is not a web address");
  if (to.host === start.host && to.protocol === start.protocol) return;
  if (from.protocol === "https:" && to.protocol !== "https:")
    throw refused("which is not encrypted (https:)");
  if (await isPrivateHost(to.hostname)) throw refused("which is in this computer's own network");
  if (!otherSites && siteOf(to) !== siteOf(start)) throw refused("another site");
}

/** `export.arxiv.org` and `arxiv.org` are one site. */
function siteOf({ hostname }: URL): string {
  return hostname.split(".").slice(-2).join(".");
}

async function refuse(response: Response, { mostWait }: Politeness): Promise<never> {
  const { status } = response;
  const { host } = new URL(response.url);
  await response.body?.cancel();
  const reason = `${host} answered ${status}${response.statusText ? ` ${response.statusText}` : ""}`;
  if (!temporaryStatuses.has(status)) throw new FetchError(reason, status);
  const pause = retryAfter(response.headers.get("retry-after"));
  if (pause > mostWait) {
    throw new FetchError(
      `${reason} and asks to wait ${Math.ceil(pause / 1000)} s. Try again later`,
      status,
    );
  }
  throw new TemporaryError(reason, status, pause);
}

/** Seconds, or a date. */
function retryAfter(header: string | null): number {
  if (header === null) return 0;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - Date.now();
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) {
      throw new FetchError(
        `${new URL(response.url).host} returned more than ${mostBytes / 1_000_000} MB`,
      );
    }
    chunks.push(chunk);
  }
  const promised = Number(response.headers.get("content-length") ?? length);
  const packed = response.headers.has("content-encoding");
  if (!packed && length < promised) throw new Error("the response was incomplete");
  return Buffer.concat(chunks);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!(error.cause instanceof Error)) return error.message;
  const isAboutTime = hasCode(error.cause, "CERT_NOT_YET_VALID", "CERT_HAS_EXPIRED");
  const clock = `. The clock of this machine shows ${new Date().toISOString().slice(0, 10)}: is that right?`;
  return error.cause.message + (isAboutTime ? clock : "");
}
