// The typed door to core. Reads go through useCall, writes through mutate: nothing else calls it.

import type { Rpc } from "@/bindings/Rpc";
import { toFailure } from "@/errors/failure";
import { host } from "@/host/host";
import { speakerId } from "./speaker";

export type Command = keyof Rpc;
export type RequestOf<C extends Command> = Rpc[C][0];
export type ResponseOf<C extends Command> = Rpc[C][1];

export async function call<C extends Command>(
  command: C,
  request: RequestOf<C>,
  speaker: string | null = speakerId(),
): Promise<ResponseOf<C>> {
  try {
    // The bindings are generated from the handlers, so the answer has the type they declare.
    return (await host().rpc(command, request, speaker)) as ResponseOf<C>;
  } catch (thrown) {
    throw toFailure(thrown);
  }
}
