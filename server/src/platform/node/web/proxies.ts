/** Which proxy is asked for what: as the editor is set, else as the environment says. */
import { say } from '../../../core/text/say.ts';

export interface ProxySettings {
  /** For all addresses; the environment's where it is absent. */
  readonly proxy?: string;
  /** Hosts that are asked directly. */
  readonly noProxy?: readonly string[];
  /** Ask everything directly, whatever the environment says. */
  readonly off?: boolean;
}

/** In the words of undici. The environment is not looked at once more: an empty string stands for none. */
export interface Proxies {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/** `undefined` where everything is asked directly. Throws where a proxy is set that cannot be used. */
export function readProxies({ proxy, noProxy, off }: ProxySettings): Proxies | undefined {
  const { env } = process;
  const plain = proxy || (env.http_proxy ?? env.HTTP_PROXY ?? '');
  const secure = proxy || (env.https_proxy ?? env.HTTPS_PROXY ?? plain);
  if (off || !(plain || secure)) {
    return undefined;
  }
  return {
    httpProxy: proxyAddress(plain),
    httpsProxy: proxyAddress(secure),
    noProxy: noProxy !== undefined && noProxy.length > 0 ? noProxy.join(',') : (env.no_proxy ?? env.NO_PROXY ?? ''),
  };
}

function proxyAddress(written: string): string {
  const text = written.trim();
  // Without a scheme, as most programs take it: `proxy.example.org:3128`.
  const url = text === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (url !== '' && (URL.parse(url) === null || !/^https?:/i.test(url))) {
    throw new Error(say('the proxy that is set is no HTTP proxy'));
  }
  return url;
}
