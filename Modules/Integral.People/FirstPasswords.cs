using System.Security.Cryptography;

namespace Integral.People;

/// <summary>
/// First passwords as they stand on a slip: <c>h4kmq-7wxpd-t2nrv</c>, some 71 bits. Nothing that a pupil reads wrongly (0 and o, 1 and l),
/// and no vowels, so that chance writes no words.
/// </summary>
internal static class FirstPasswords
{
    public const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
