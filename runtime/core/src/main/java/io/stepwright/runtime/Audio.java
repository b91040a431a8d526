package io.stepwright.runtime;

import io.stepwright.spi.MediaContent;
import io.stepwright.spi.Part;
import java.net.URI;
import java.nio.file.Path;

/**
 * A recording of sound that a model hears: WAV, MP3, FLAC or Ogg, at most 20 MiB. The kind is
 * checked by the first bytes.
 *
 * <p>A slot of this type in the prompt of a model step is replaced by the recording: the text
 * before and after it become parts of their own. Optionals and lists of it are slots as well. The
 * cache compares recordings by their bytes. Immutable and thread-safe.
 */
public final class Audio extends Medium {

  private Audio(MediaContent content) {
    super(content);
  }

  /**
   * Makes a recording of a copy of its bytes.
   *
   * @throws MediaException if they are too many or of another kind
   */
  public static Audio of(byte[] bytes) {
    return of(bytes, "The array");
  }

  /**
   * Reads a recording from a file.
   *
   * @throws MediaException if it cannot be read, is too large or is of another kind
   */
  public static Audio read(Path file) {
    return of(MediaFiles.read(file), MediaFiles.name(file));
  }

  /**
   * Reads a recording from the class path.
   *
   * @param beside the class whose class loader finds it
   * @param resource its path, relative to the package of the class unless it begins with a slash
   * @throws MediaException if it cannot be read, is too large or is of another kind
   */
  public static Audio read(Class<?> beside, String resource) {
    return of(MediaFiles.read(beside, resource), MediaFiles.name(resource));
  }

  /**
   * Downloads a recording now, within 30 seconds. Redirects are followed to https addresses only.
   *
   * <p>The address must not come from an untrusted user: it could name a server that only this
   * process reaches, whose answer the model would then tell.
   *
   * @param address an https address
   * @throws MediaException if it is no https address, cannot be downloaded in time, is too large or
   *     is of another kind
   */
  public static Audio download(URI address) {
    return of(MediaDownload.usual().bytes(address), MediaDownload.name(address));
  }

  private static Audio of(byte[] bytes, String source) {
    return new Audio(MediaKind.content(bytes, MediaKind.AUDIOS, source));
  }

  /** Returns a copy with a file name, which the model may see. The cache compares it, too. */
  public Audio named(String name) {
    MediaContent content = content();
    return new Audio(new MediaContent(content.mediaType(), content.bytes(), name));
  }

  @Override
  public Part.Audio part() {
    return new Part.Audio(content());
  }
}
