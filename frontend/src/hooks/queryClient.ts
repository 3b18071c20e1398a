import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/services/problems";

/** Client errors, which a retry cannot fix. */
const isRefusal = (error: Error) =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => !isRefusal(error) && failures < 2,
      retryDelay: (attempt) => 500 * 2 ** attempt,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});
