package io.stepwright.openaijava;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes and sends a request, on a thread that its caller need not wait for. */
final class SdkCall {

  private SdkCall() {}

  /**
   * Makes and sends a request.
   *
   * @param request makes the request, which may take long
   * @throws SdkFailures.NotMadeException if it cannot be made
   * @throws HttpTimeoutException if that took all of the time
   */
  static HttpResponse execute(HttpClient client, Supplier<HttpRequest> request, long deadline)
      throws HttpTimeoutException {
    HttpRequest made;
    try {
      made = request.get();
    } catch (RuntimeException e) {
      throw new SdkFailures.NotMadeException(e);
    }
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw SdkFailures.late(null);
    }
    // The library adds default limits if a single number is given.
    Timeout timeout = Timeout.builder().request(Duration.ofNanos(left)).build();
    return client.execute(made, RequestOptions.builder().timeout(timeout).build());
  }
}
