import { keepPreviousData, queryOptions, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { EntityKind } from "@/bindings/EntityKind";
import type { Failure } from "@/errors/failure";
import { type Command, call, type RequestOf, type ResponseOf } from "./call";

export interface CallOptions {
  /** The kinds of entity the answer is made of; left out, any change fetches it again. */
  kinds?: readonly EntityKind[];
  enabled?: boolean;
  /** Keep showing the last answer while the next one, for another request, is on its way. */
  keepPrevious?: boolean;
  /** What a change is made on: it is asked for again before the rest. */
  isFirst?: boolean;
}

/** A question to core, as the cache knows it. Without kinds, any change asks it again. */
export function read<C extends Command>(
  command: C,
  request: RequestOf<C>,
  kinds?: readonly EntityKind[],
  isFirst?: boolean,
) {
  return queryOptions<ResponseOf<C>, Failure>({
    queryKey: [command, request],
    queryFn: () => call(command, request),
    meta: { kinds, isFirst },
  });
}

export function useCall<C extends Command>(
  command: C,
  request: RequestOf<C>,
  options: CallOptions = {},
): UseQueryResult<ResponseOf<C>, Failure> {
  return useQuery<ResponseOf<C>, Failure>({
    ...read(command, request, options.kinds, options.isFirst),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true && { placeholderData: keepPreviousData }),
  });
}
