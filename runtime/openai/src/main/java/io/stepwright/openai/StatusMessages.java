package io.stepwright.openai;

/** What a status means and what to do about it. */
final class StatusMessages {

  private final Endpoint endpoint;

  StatusMessages(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  String of(int status, ErrorToken token, String model) {
    String server = "The server at " + endpoint.address();
    String why = " " + token.with(status);
    return switch (status) {
      case 400, 422 ->
          token.is("context_length_exceeded") || token.is("exceed_context_size_error")
              ? server + " says that the prompt is too long for model " + model + why + "."
              : server
                  + " does not accept the request"
                  + why
                  + ". Model "
                  + model
                  + " may not support a parameter of it, such as the temperature or the schema.";
      case 401 -> server + " refused the API key" + why + ". Check " + keys() + ".";
      case 403 ->
          server
              + " does not allow this key to use model "
              + model
              + why
              + ". Check "
              + keys()
              + ".";
      case 404 ->
          server
              + " does not know model "
              + model
              + " or the path"
              + why
              + ". Check the model's name and the base URL "
              + endpoint.baseUrl()
              + ".";
      case 408, 409 -> server + " could not handle the request now" + why + ".";
      case 429 ->
          token.is("insufficient_quota")
              ? server + " says that the quota is spent" + why + ". Check plan and billing."
              : server + " limits the rate of requests" + why + ". Fewer at once will fit.";
      default -> others(status, server, why);
    };
  }

  private String others(int status, String server, String why) {
    if (status >= 500) {
      return server + " failed" + why + ".";
    } else if (status >= 300 && status < 400) {
      return server
          + " redirects requests"
          + why
          + ", which is not followed. Set the base URL to where "
          + endpoint.baseUrl()
          + " leads.";
    }
    return server + " refused the request" + why + ".";
  }

  private String keys() {
    String property = "stepwright.providers." + endpoint.provider() + ".api-key";
    return endpoint.provider().equals(Endpoint.OPENAI) ? "OPENAI_API_KEY or " + property : property;
  }
}
