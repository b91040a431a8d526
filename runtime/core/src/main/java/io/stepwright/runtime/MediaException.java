package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Signals that an {@link Image}, a {@link Pdf} or an {@link Audio} cannot be made: it cannot be
 * read, is too large, or is of another kind. The message contains no bytes of it, and of an address
 * only the host.
 */
public final class MediaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MediaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
