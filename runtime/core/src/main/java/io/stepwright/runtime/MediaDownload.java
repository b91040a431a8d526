package io.stepwright.runtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Downloads media over https. Redirects are followed only to https addresses. Thread-safe.
 *
 * @param client follows redirects as {@link HttpClient.Redirect#NORMAL} does
 * @param limit the time limit of a download, redirects and body included
 */
record MediaDownload(HttpClient client, Duration limit) {

  private static final int OK = 200;
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  /** The client, which is made when a medium is downloaded first. */
  private static final class Usual {
    static final MediaDownload DOWNLOAD =
        new MediaDownload(
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(USUAL_LIMIT)
                .build(),
            USUAL_LIMIT);
  }

  static MediaDownload usual() {
    return Usual.DOWNLOAD;
  }

  /** Returns the name of an address for messages: its host, since the rest may be secret. */
  static String name(URI address) {
    return "The medium at https://" + address.getHost();
  }

  /**
   * Returns the bytes at an address.
   *
   * @throws MediaException if the address is not https, does not answer in time with status 200, or
   *     sends too many bytes
   */
  byte[] bytes(URI address) {
    if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
      throw new MediaException("Media are downloaded from https addresses only.", null);
    }
    HttpRequest request = HttpRequest.newBuilder(address).timeout(limit).GET().build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, head -> new BoundedBody(head.statusCode() == OK ? MediaKind.MOST_BYTES : 0));
    try {
      return body(address, answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(address, "was not downloaded: the thread was interrupted.", e);
    } catch (TimeoutException e) {
      throw failed(address, "was not there within " + limit.toMillis() + " ms.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BoundedBody.TooLongException
          ? MediaKind.tooLarge(name(address))
          : failed(address, "cannot be downloaded.", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static MediaException failed(URI address, String problem, @Nullable Throwable cause) {
    return new MediaException(name(address) + " " + problem, cause);
  }

  private static byte[] body(URI address, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      throw failed(address, "is elsewhere: the server redirects too often, or not to https.", null);
    }
    if (status != OK) {
      throw failed(
          address, "cannot be downloaded: the server answers with status " + status + ".", null);
    }
    return response.body();
  }
}
