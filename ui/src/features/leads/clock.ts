export { type Clock, clockOf } from "@/words/clock";
