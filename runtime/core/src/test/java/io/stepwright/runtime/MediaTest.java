package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.MediaContent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, documents and recordings from bytes, files and resources. */
class MediaTest {

  private static final String PNG = "\u0089PNG\r\n\u001a\n rest";
  private static final int MOST = 20 * 1024 * 1024;

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Decodes {@code %XX}. */
  private static byte[] decoded(String text) {
    return bytes(java.net.URLDecoder.decode(text, StandardCharsets.ISO_8859_1));
  }

  private static Medium make(String kind, byte[] bytes) {
    Function<byte[], Medium> made =
        switch (kind) {
          case "image" -> Image::of;
          case "pdf" -> Pdf::of;
          default -> Audio::of;
        };
    return made.apply(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "image, %89PNG%0D%0A%1A%0A, image/png",
    "image, %FF%D8%FF%E0, image/jpeg",
    "image, GIF89a, image/gif",
    "image, RIFF____WEBPVP8, image/webp",
    "pdf, %25PDF-1.7, application/pdf",
    "audio, RIFF____WAVEfmt, audio/wav",
    "audio, ID3%04, audio/mpeg",
    "audio, %FF%FB%90%64, audio/mpeg",
    "audio, %FF%F3%40%C4, audio/mpeg",
    "audio, fLaC, audio/flac",
    "audio, OggS, audio/ogg",
  })
  void theFirstBytesTellTheKind(String kind, String start, String type) {
    Medium medium = make(kind, decoded(start));

    assertThat(medium.content().mediaType()).isEqualTo(type);
    assertThat(medium.content().bytes()).isEqualTo(decoded(start));
    assertThat(medium.part().display()).startsWith("[" + type);
    assertThat(medium.content().name()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "%89PNG",
        "RIFF____",
        "RIFF____AVI ",
        "<svg>",
        " %25PDF-1.7",
        "%FF%FF%FF%FF",
        "%FF%F1%50%80", // AAC in ADTS
        "MZ",
      })
  void otherBytesAreRefused(String start) {
    for (String kind : new String[] {"image", "pdf", "audio"}) {
      assertThatThrownBy(() -> make(kind, decoded(start)))
          .isInstanceOf(MediaException.class)
          .hasMessageStartingWith("The array has ")
          .hasMessageContaining("begins like no known medium, but ");
    }
  }

  @Test
  void aMediumOfAnotherKindIsNamed() {
    assertThatThrownBy(() -> Image.of(bytes("%PDF-1.7")))
        .hasMessage(
            "The array has 8 bytes and begins like PDF, but PNG, JPEG, GIF or WEBP is needed.");
    assertThatThrownBy(() -> Pdf.of(bytes(PNG)))
        .hasMessage("The array has 13 bytes and begins like PNG, but PDF is needed.");
  }

  @Test
  void mediaAreEqualByTheirContent() {
    Image image = Image.of(bytes(PNG));

    assertThat(image).isEqualTo(Image.of(bytes(PNG))).hasSameHashCodeAs(Image.of(bytes(PNG)));
    assertThat(image).isNotEqualTo(Image.of(bytes(PNG + "."))).isNotEqualTo(image.named("a.png"));
    assertThat(image.named("a.png").content().name()).isEqualTo("a.png");
    assertThat(image).hasToString("Image[image/png, 13 bytes]");
  }

  @Test
  void theBytesAreCopied() {
    byte[] bytes = bytes(PNG);
    Image image = Image.of(bytes);
    bytes[9] = 'x';
    image.content().bytes()[9] = 'y';

    assertThat(image).isEqualTo(Image.of(bytes(PNG)));
  }

  @Test
  void filesAreRead() throws IOException {
    Path file = Files.write(folder.resolve("secret-name.png"), bytes(PNG));

    MediaContent content = Image.read(file).content();
    assertThat(content.bytes()).isEqualTo(bytes(PNG));
    assertThat(content.name()).as("the model is not told the name of the file").isNull();
  }

  @Test
  void filesThatAreNoneAreRefused() throws IOException {
    assertThatThrownBy(() -> Image.read(folder.resolve("none.png")))
        .isInstanceOf(MediaException.class)
        .hasMessage("File '" + folder.resolve("none.png") + "' is no file.");
    assertThatThrownBy(() -> Image.read(folder)).hasMessageEndingWith("is no file.");
    Path text = Files.writeString(folder.resolve("a.txt"), "hello");
    assertThatThrownBy(() -> Pdf.read(text))
        .hasMessage(
            "File '" + text + "' has 5 bytes and begins like no known medium, but PDF is needed.");
  }

  @Test
  void largeFilesAreNotRead() throws IOException {
    Path huge = folder.resolve("huge.pdf");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.write(bytes("%PDF-"));
      file.setLength(1L << 40); // More than the heap, so that reading it would fail otherwise.
    }

    assertThatThrownBy(() -> Pdf.read(huge))
        .isInstanceOf(MediaException.class)
        .hasMessage("File '" + huge + "' is larger than 20 MiB, the limit.");
  }

  @Test
  void theLimitItselfIsAllowed() {
    byte[] most = new byte[MOST];
    System.arraycopy(bytes(PNG), 0, most, 0, PNG.length());

    assertThat(Image.of(most).content().size()).isEqualTo(MOST);
    assertThatThrownBy(() -> Image.of(new byte[MOST + 1]))
        .hasMessage("The array is larger than 20 MiB, the limit.");
  }

  @Test
  void resourcesAreRead() {
    assertThat(Image.read(MediaTest.class, "/media/dot.png").content().mediaType())
        .isEqualTo("image/png");
    assertThatThrownBy(() -> Image.read(MediaTest.class, "none.png"))
        .isInstanceOf(MediaException.class)
        .hasMessage(
            "Resource 'none.png' is not on the class path of io.stepwright.runtime.MediaTest.");
  }
}
