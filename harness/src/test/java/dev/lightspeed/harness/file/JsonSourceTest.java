package dev.lightspeed.harness.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class JsonSourceTest {

  @Test
  void aStreamThatCannotBeReadIsClosed() {
    AtomicInteger closed = new AtomicInteger();
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    assertThatThrownBy(() -> JsonSource.lines("trace.jsonl", broken))
        .isInstanceOf(InputException.class)
        .hasMessage("trace.jsonl: cannot be read: the disk is gone");
    assertThat(closed).hasValue(1);
  }
}
