/** A list of unsigned 32-bit integers that grows by doubling: four bytes each, where an array of numbers takes more. */
export class GrowingIntegers {
  #values = new Uint32Array(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The values so far, as a copy of their exact size. */
  toArray(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}
