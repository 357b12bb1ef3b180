import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';

/** Tells the user, without waiting for an answer: not every client can give one. */
export function tell(connection: Connection, message: string, type: MessageType = MessageType.Info): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
}
