// Pictures are made smaller before they are sent: telephones read the small ones, and what the camera wrote into the file, the place among it, stays behind.
const widths = [480, 960, 1600], largest = 2560, smallQuality = .8, quality = .88;

export type Prepared = { file: Blob; sizes: Blob[] };

async function draw(picture: ImageBitmap, width: number, type: string, at: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, Math.max(1, Math.round(picture.height * width / picture.width))];
  const brush = canvas.getContext('2d');
  if (!brush) return null;
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise<Blob | null>(done => canvas.toBlob(done, type, at));
  return drawn?.type === type ? drawn : null;      // a browser that doesn't know the kind draws another
}

/** What can't be drawn is sent as it is: the server looks at it. */
export async function prepare(file: Blob, keep: boolean): Promise<Prepared> {
  const asItIs = { file, sizes: [] };
  if (!/^image\/(jpeg|png|webp|avif)$/.test(file.type)) return asItIs;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, largest / Math.max(picture.width, picture.height));
    const width = keep ? picture.width : Math.max(1, Math.round(picture.width * scale));
    const isAnew = !keep && (scale < 1 || file.type === 'image/jpeg');
    const anew = isAnew ? await draw(picture, width, file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp', quality) : null;
    const whole = anew ?? file, isWhole = !isAnew || anew !== null;
    const small = await Promise.all(widths.filter(w => isWhole && w < width).map(async w => await draw(picture, w, 'image/webp', smallQuality) ?? draw(picture, w, 'image/jpeg', smallQuality)));
    picture.close();
    return { file: whole, sizes: small.filter((one): one is Blob => one !== null && one.size < whole.size) };
  } catch {
    return asItIs;
  }
}
