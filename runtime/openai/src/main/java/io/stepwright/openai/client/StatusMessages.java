package io.stepwright.openai.client;

import io.stepwright.openai.reply.ServerError;
import io.stepwright.openai.reply.ServerError.Category;

/** Messages for errors of a server, with their remedies. */
final class StatusMessages {

  private final Endpoint endpoint;

  StatusMessages(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Returns the message of an error.
   *
   * @param status the error's own status, or that of the response
   * @param category the category of the error, as far as the status allows
   */
  String of(int status, Category category, ServerError error, String model) {
    String server = "The server at " + endpoint.address();
    String why = " " + error.with(status);
    return switch (category) {
      case FILTERED ->
          server
              + " says that its filter refused the prompt"
              + why
              + ". Change the prompt, or name a fallback model of another provider.";
      case TOO_LONG ->
          server
              + " says that the prompt is too long for model "
              + model
              + why
              + ". Shorten it, or name a fallback model that accepts more.";
      case KEY -> server + " refused the API key" + why + ". Check " + keys() + ".";
      case SPENT -> server + " says that the quota is spent" + why + ". Check plan and billing.";
      case OTHER -> of(status, server, why, error, model);
    };
  }

  private String of(int status, String server, String why, ServerError error, String model) {
    return switch (status) {
      case 400, 422 ->
          server
              + " does not accept the request"
              + why
              + ". Model "
              + model
              + " may not support a parameter of it, such as the temperature or the schema."
              + (error.message() == null ? "" : " The server's own message is in serverMessage().");
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
      case 429 -> server + " limits the rate of requests" + why + ". Send fewer requests at once.";
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
          + ", and redirects are not followed. Set the base URL to the target of "
          + endpoint.baseUrl()
          + ".";
    } else if (WireResponse.isAnswer(status)) {
      return server + " broke off its answer with an error" + why + ".";
    }
    return server + " refused the request" + why + ".";
  }

  private String keys() {
    if (endpoint.provider().equals(Endpoint.OPENAI_JAVA)) {
      return "the credential of the OpenAIClient";
    }
    String property = "stepwright.providers." + endpoint.provider() + ".api-key";
    return endpoint.provider().equals(Endpoint.OPENAI) ? "OPENAI_API_KEY or " + property : property;
  }
}
