namespace Integral.Platform.Recipes;

/// <summary>What stands behind <c>js:</c> or <c>file:</c> in a script value.</summary>
internal abstract record Expression
{
    internal sealed record Literal(string Text) : Expression;

    internal sealed record Call(string Name, IReadOnlyList<Expression> Arguments) : Expression;

    internal sealed record Sum(IReadOnlyList<Expression> Terms) : Expression;
}
