package dev.lightspeed.corpus.programs;

import java.util.List;

/** A bean, public and with getters and setters: what template engines and JSON libraries expect. */
public final class Person {

  private int id;
  private String name;
  private String mail;
  private int age;
  private double balance;
  private boolean active;
  private List<String> tags;

  /** A person without content, to be filled by a library. */
  public Person() {
    this(0, "", "", 0, 0, false, List.of());
  }

  Person(
      int id,
      String name,
      String mail,
      int age,
      double balance,
      boolean active,
      List<String> tags) {
    this.id = id;
    this.name = name;
    this.mail = mail;
    this.age = age;
    this.balance = balance;
    this.active = active;
    this.tags = tags;
  }

  /** A number of its own, from 0. */
  public int getId() {
    return id;
  }

  /** Sets the number. */
  public void setId(int id) {
    this.id = id;
  }

  /** First and last name. */
  public String getName() {
    return name;
  }

  /** Sets the name. */
  public void setName(String name) {
    this.name = name;
  }

  /** The mail address. */
  public String getMail() {
    return mail;
  }

  /** Sets the mail address. */
  public void setMail(String mail) {
    this.mail = mail;
  }

  /** Years, from 18. */
  public int getAge() {
    return age;
  }

  /** Sets the years. */
  public void setAge(int age) {
    this.age = age;
  }

  /** An amount with two decimals, at least 0. */
  public double getBalance() {
    return balance;
  }

  /** Sets the amount. */
  public void setBalance(double balance) {
    this.balance = balance;
  }

  /** Whether the person is active. */
  public boolean isActive() {
    return active;
  }

  /** Sets whether the person is active. */
  public void setActive(boolean active) {
    this.active = active;
  }

  /** Up to three words. */
  public List<String> getTags() {
    return tags;
  }

  /** Sets the words. */
  public void setTags(List<String> tags) {
    this.tags = tags;
  }
}
