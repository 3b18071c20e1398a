import axios from "axios";
import { ApiProblem, toProblem } from "./problems";
import { endSession, readToken } from "./session";

export const BASE = "/api";

export const client = axios.create({
  baseURL: BASE,
  timeout: 20_000,
  // FastAPI reads a repeated parameter as a list.
  paramsSerializer: { indexes: null },
});

client.interceptors.request.use((config) => {
  const token = readToken();
  if (token) config.headers.Authorization = `Bearer ${token}`;
  return config;
});

client.interceptors.response.use(undefined, (error: unknown) => {
  if (axios.isAxiosError(error) && error.response?.status === 401) {
    const sent = error.config?.headers.get("Authorization");
    if (typeof sent === "string") {
      endSession(sent.replace("Bearer ", ""));
      const message = "Your session expired. Sign in and try again.";
      return Promise.reject(new ApiProblem(message, 401, "session_expired"));
    }
  }
  return Promise.reject(toProblem(error));
});
