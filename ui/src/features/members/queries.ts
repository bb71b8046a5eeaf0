import { useCall } from "@/rpc/useCall";

export function useMembers() {
  return useCall("member.list", {}, { kinds: ["member"] });
}
