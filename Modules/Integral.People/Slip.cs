namespace Integral.People;

/// <summary>A first password on its way to its owner. It lives in one answer and is stored nowhere.</summary>
internal sealed record Slip(Guid PersonId, string Name, string Login, string Password);
