package dev.lightspeed.harness.workload.standard;

import java.util.Locale;

/**
 * A person in the table. Successive states share the rows that did not change, so that the same
 * instance means the same content.
 *
 * @param id from 1, never used twice
 * @param name as typed
 * @param email made from the first name that the row had, and kept when that changes
 * @param role what the person may do
 * @param active whether the account works
 */
record Row(int id, String name, String email, Role role, boolean active) {

  /** A row with the e-mail address that goes with its name. */
  static Row create(int id, String name, Role role, boolean active) {
    String local = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    return new Row(id, name, local + id + "@example.com", role, active);
  }

  /** This row under another name. */
  Row withName(String newName) {
    return new Row(id, newName, email, role, active);
  }

  /** This row in another role. */
  Row withRole(Role newRole) {
    return new Row(id, name, email, newRole, active);
  }

  /** This row, inactive if it was active and the other way round. */
  Row toggled() {
    return new Row(id, name, email, role, !active);
  }
}
