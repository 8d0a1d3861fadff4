using System.Buffers.Binary;

namespace Integral.Tests.Kit;

/// <summary>Files that begin and end as pictures do: nobody on the server looks between.</summary>
internal static class Drawn
{
    /// <param name="salt">Makes it another file.</param>
    public static byte[] Png(int width, int height, string salt = "")
    {
        byte[] size = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. size, 8, 2, 0, 0, 0, 0, 0, 0, 0, .. System.Text.Encoding.UTF8.GetBytes(salt), 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    }

    /// <param name="turned">The camera was held on its side and says so.</param>
    public static byte[] Jpeg(int width, int height, bool turned = false)
    {
        byte[] exif = turned ? [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0] : [];
        return [0xFF, 0xD8, .. exif, 0xFF, 0xC0, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];
    }
}
