using System.Text;

namespace Integral.Load.Wire;

/// <summary>A request, ready to be sent again and again, and what its answer must be.</summary>
internal sealed record Ask(byte[] Bytes, Expected Expected)
{
    public static Ask Get(string path, Expected expected, params string[] headers) =>
        new(Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n{Lines(headers)}\r\n"), expected);

    public static byte[] Post(string path, string type, string body, params string[] headers) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{Lines(headers)}\r\n{body}");

    private static string Lines(string[] headers) => string.Concat(headers.Select(h => h + "\r\n"));
}
