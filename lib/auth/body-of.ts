/**
 * The JSON body of a request as the input of a use case: for questions that may hold a name or a member id, which must
 * not stand in an address. What is no JSON is null, and the use case's schema refuses it.
 */
export async function bodyOf(request: Request): Promise<unknown> {
  return request.json().catch(() => null);
}
