package io.stepwright.openai.client;

import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelClientException.Kind;
import io.stepwright.spi.ModelRequest;

/**
 * Turns failures into exceptions with a cause and a remedy. Quotes neither the key, the prompt nor
 * the words of a server.
 */
final class CallFailures {

  private static final int OK = 200;

  private final Endpoint endpoint;
  private final ErrorAnswers errors;

  CallFailures(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.errors = new ErrorAnswers(endpoint);
  }

  /**
   * Makes the failure of a request.
   *
   * @param secrets the secrets of the request, which are masked in the words of the server
   */
  ModelClientException of(RuntimeException failure, ModelRequest request, Secrets secrets) {
    if (failure instanceof TransportException transport) {
      return of(transport, request);
    } else if (failure instanceof ErrorAnswerException answered) {
      return errors.of(answered, request.model(), secrets);
    } else if (failure instanceof NoMessageException empty) {
      return lasting(
              "The server at "
                  + endpoint.address()
                  + " answered without a message for model "
                  + request.model()
                  + ". Check that it is a chat model.",
              OK,
              failure)
          .as(Kind.INVALID_RESPONSE)
          .counted(empty.inputTokens(), empty.outputTokens());
    } else if (failure instanceof NoCompletionException none && none.isBlank()) {
      return new ModelClientException(
              "The server at "
                  + endpoint.address()
                  + " sent an empty answer for model "
                  + request.model()
                  + ", as some servers do under load.",
              OK,
              true,
              null,
              TextlessCause.of(failure))
          .as(Kind.INVALID_RESPONSE);
    } else if (failure instanceof NoCompletionException) {
      return lasting(
              "The server at "
                  + endpoint.address()
                  + " sent an answer that is not a chat completion. Check that "
                  + endpoint.baseUrl()
                  + " is the base URL of an OpenAI-compatible server.",
              OK,
              failure)
          .as(Kind.INVALID_RESPONSE);
    }
    return lasting(
        "The request for model "
            + request.model()
            + " could not be made ("
            + failure.getClass().getSimpleName()
            + ").",
        ModelClientException.NO_STATUS,
        failure);
  }

  /** Makes the failure for a lack of resources in this process. */
  ModelClientException of(ResourceShortage shortage, Throwable failure) {
    return new ModelClientException(
            shortage.message(endpoint.address()),
            ModelClientException.NO_STATUS,
            true,
            null,
            TextlessCause.of(failure))
        .as(Kind.RESOURCES);
  }

  private ModelClientException of(TransportException transport, ModelRequest request) {
    ResourceShortage shortage = ResourceShortage.of(transport);
    if (shortage != null) {
      return of(shortage, transport);
    }
    String server = "The server at " + endpoint.address();
    return switch (transport.kind()) {
      case TIMEOUT ->
          passing(
                  server
                      + " did not answer within "
                      + request.options().timeout().toMillis()
                      + " ms.",
                  transport)
              .as(Kind.TIMEOUT);
      case NOT_READY ->
          passing(
                  "The client for "
                      + endpoint.address()
                      + " did not load its classes within "
                      + request.options().timeout().toMillis()
                      + " ms, the limit of the first attempt, so nothing was sent. Make the runtime"
                      + " earlier, raise the limit, or give this process more processor time.",
                  transport)
              .as(Kind.TIMEOUT);
      case UNREACHABLE ->
          passing(
              server
                  + " cannot be reached. Check that it runs, and that "
                  + endpoint.baseUrl()
                  + " is the base URL of provider "
                  + endpoint.provider()
                  + ": GET "
                  + endpoint.baseUrl()
                  + "/models should answer.",
              transport);
      case UNKNOWN_HOST ->
          passing(
              server
                  + " cannot be reached: its name cannot be resolved here. Check "
                  + endpoint.baseUrl()
                  + ", the base URL of provider "
                  + endpoint.provider()
                  + ", and the network of this machine.",
              transport);
      case NO_CONNECTION ->
          passing(
              server
                  + " cannot be reached: it accepted no connection in time. Check that host, port"
                  + " and http or https are right in "
                  + endpoint.baseUrl()
                  + ", the base URL of provider "
                  + endpoint.provider()
                  + ", and that no firewall blocks the way.",
              transport);
      case PLAIN ->
          passing(
              server
                  + " answers without encryption. Write http in place of https in the base URL of"
                  + " provider "
                  + endpoint.provider()
                  + ", or use its port for https.",
              transport);
      case TLS ->
          passing(
              server
                  + " and this JVM do not agree on an encrypted connection. Check that its certificate"
                  + " is valid and trusted here, and that it really speaks https.",
              transport);
      case TOO_LARGE ->
          lasting(
                  server
                      + " sent more than "
                      + WireResponse.LARGEST_BODY / (1024 * 1024)
                      + " MiB, which is too much for an answer of a model.",
                  ModelClientException.NO_STATUS,
                  transport)
              .as(Kind.INVALID_RESPONSE);
      case CODED ->
          lasting(
                  server
                      + " compressed its answer, without being asked to, in an unknown encoding"
                      + " or more than "
                      + ContentCodings.MOST
                      + " times. Configure it, or the gateway in front of it, to send gzip or"
                      + " uncompressed answers.",
                  ModelClientException.NO_STATUS,
                  transport)
              .as(Kind.INVALID_RESPONSE);
      case BROKEN, INTERRUPTED, LACKING ->
          passing(server + " broke the connection before its answer was complete.", transport);
    };
  }

  private static ModelClientException passing(String message, TransportException failure) {
    return new ModelClientException(
            message,
            ModelClientException.NO_STATUS,
            true,
            null,
            TextlessCause.of(failure.getCause()))
        .as(Kind.CONNECTION);
  }

  private static ModelClientException lasting(
      String message, int status, RuntimeException failure) {
    return new ModelClientException(message, status, false, null, TextlessCause.of(failure));
  }
}
