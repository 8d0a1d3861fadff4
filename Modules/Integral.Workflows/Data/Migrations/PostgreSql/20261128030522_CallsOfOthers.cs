using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Workflows.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CallsOfOthers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Decided",
                table: "workflow_cases",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentId",
                table: "workflow_cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ParentToken",
                table: "workflow_cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "workflow_call_secrets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Secret = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_call_secrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_calls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Trouble = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_calls_workflow_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "workflow_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_cases_ParentId",
                table: "workflow_cases",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_calls_CaseId",
                table: "workflow_calls",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_calls_DueAt",
                table: "workflow_calls",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_calls_EndedAt",
                table: "workflow_calls",
                column: "EndedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_workflow_cases_workflow_cases_ParentId",
                table: "workflow_cases",
                column: "ParentId",
                principalTable: "workflow_cases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_workflow_cases_workflow_cases_ParentId",
                table: "workflow_cases");

            migrationBuilder.DropTable(
                name: "workflow_call_secrets");

            migrationBuilder.DropTable(
                name: "workflow_calls");

            migrationBuilder.DropIndex(
                name: "IX_workflow_cases_ParentId",
                table: "workflow_cases");

            migrationBuilder.DropColumn(
                name: "Decided",
                table: "workflow_cases");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "workflow_cases");

            migrationBuilder.DropColumn(
                name: "ParentToken",
                table: "workflow_cases");
        }
    }
}
