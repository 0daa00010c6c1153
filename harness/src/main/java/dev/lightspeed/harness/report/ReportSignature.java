package dev.lightspeed.harness.report;

import dev.lightspeed.harness.file.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One line that two reports share exactly if they are equal: the SHA-256 of the report's canonical
 * JSON (RFC 8785). That is the report file without its white space, so nobody has to trust this
 * class: {@code jq -jcS . report.json | sha256sum} prints the same digits.
 */
public final class ReportSignature {

  private static final String PREFIX = "lightspeed/1 sha256:";

  private ReportSignature() {}

  /** {@code lightspeed/1 sha256:} and 64 hexadecimal digits. */
  public static String of(Report report) {
    byte[] canonical = JsonText.canonical(ReportJson.tree(report)).getBytes(StandardCharsets.UTF_8);
    return PREFIX + HexFormat.of().formatHex(sha256().digest(canonical));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
