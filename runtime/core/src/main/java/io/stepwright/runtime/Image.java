package io.stepwright.runtime;

import io.stepwright.spi.MediaContent;
import io.stepwright.spi.Part;
import java.net.URI;
import java.nio.file.Path;

/**
 * A picture that a model is shown: PNG, JPEG, GIF or WebP, at most 20 MiB. The kind is checked by
 * the first bytes.
 *
 * <p>A slot of this type in the prompt of a model step is replaced by the picture: the text before
 * and after it become parts of their own. Optionals and lists of it are slots as well. The cache
 * compares pictures by their bytes. Immutable and thread-safe.
 */
public final class Image extends Medium {

  private Image(MediaContent content) {
    super(content);
  }

  /**
   * Makes a picture of a copy of its bytes.
   *
   * @throws MediaException if they are too many or of another kind
   */
  public static Image of(byte[] bytes) {
    return of(bytes, "The array");
  }

  /**
   * Reads a picture from a file.
   *
   * @throws MediaException if it cannot be read, is too large or is of another kind
   */
  public static Image read(Path file) {
    return of(MediaFiles.read(file), MediaFiles.name(file));
  }

  /**
   * Reads a picture from the class path.
   *
   * @param beside the class whose class loader finds it
   * @param resource its path, relative to the package of the class unless it begins with a slash
   * @throws MediaException if it cannot be read, is too large or is of another kind
   */
  public static Image read(Class<?> beside, String resource) {
    return of(MediaFiles.read(beside, resource), MediaFiles.name(resource));
  }

  /**
   * Downloads a picture now, within 30 seconds. Redirects are followed to https addresses only.
   *
   * <p>The address must not come from an untrusted user: it could name a server that only this
   * process reaches, whose answer the model would then tell.
   *
   * @param address an https address
   * @throws MediaException if it is no https address, cannot be downloaded in time, is too large or
   *     is of another kind
   */
  public static Image download(URI address) {
    return of(MediaDownload.usual().bytes(address), MediaDownload.name(address));
  }

  private static Image of(byte[] bytes, String source) {
    return new Image(MediaKind.content(bytes, MediaKind.IMAGES, source));
  }

  /** Returns a copy with a file name, which the model may see. The cache compares it, too. */
  public Image named(String name) {
    MediaContent content = content();
    return new Image(new MediaContent(content.mediaType(), content.bytes(), name));
  }

  @Override
  public Part.Image part() {
    return new Part.Image(content());
  }
}
