import type { Connection } from 'vscode-languageserver';
import { didChangeWebLinksNotification } from '../protocol.ts';
import { WebService, type WebServiceParts } from './webService.ts';

/** The web service of a server, whose news go to the client. `refresh`: findings may be others by now. */
export function serveWeb(
  connection: Connection,
  parts: Omit<WebServiceParts, 'didLearn' | 'didChangeLinks'>,
  refresh: () => void,
): WebService {
  const tell: WebServiceParts['didChangeLinks'] = (running) => {
    const news = running === undefined ? {} : { running };
    void connection.sendNotification(didChangeWebLinksNotification.method, news);
  };
  const didLearn: WebServiceParts['didLearn'] = (running) => {
    refresh();
    tell(running);
  };
  return new WebService({ ...parts, didLearn, didChangeLinks: tell });
}
